"""The table builder: several measures, areas, genders, ages and cycles in one table to look at and take away."""
