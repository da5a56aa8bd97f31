enum RollsPlaceholder {}
