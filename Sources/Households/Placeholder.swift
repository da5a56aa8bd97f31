enum HouseholdsPlaceholder {}
