# nbgrader reads this file; its own commands, formgrader and `course` all work on the same directories.
from course_lib.grading.nbgrader_plugin import configure

c = get_config()

c.CourseDirectory.course_id = "foundations-of-neural-networks"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE"}     # the line after it says what to do next, and raises

configure(c)        # submissions are rebuilt before they are parsed, judged in a sandbox, explained without showing a hidden test
c.RunSubmission.seconds_per_cell = 5
c.RunSubmission.seconds_in_all = 60
c.RunSubmission.catalogue = "sources/misconceptions/{assignment_id}.py"
