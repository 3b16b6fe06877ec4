# nbgrader reads this file; its own commands, formgrader and `course` all work on the same directories.
c = get_config()

c.CourseDirectory.course_id = "foundations-of-neural-networks"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE"}     # the line after it says what to do next, and raises

# Submissions are rebuilt before they are parsed, run by our player, and explained without showing a hidden test.
plugin = "course_lib.grading.nbgrader_plugin."
c.Autograde.exporter_class = plugin + "SubmissionExporter"
c.Autograde.autograde_preprocessors = [
    plugin + "RunSubmission",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.RunSubmission.catalogue = "sources/misconceptions/{assignment_id}.py"
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    plugin + "ExplainTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
