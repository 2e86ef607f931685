"""Opening and taking apart of URLs: the modules parse, request, error and robotparser."""
