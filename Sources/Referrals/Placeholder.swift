enum ReferralsPlaceholder {}
