enum OutcomesPlaceholder {}
