enum VacanciesPlaceholder {}
