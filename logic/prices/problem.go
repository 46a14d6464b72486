package prices

import "backupdoctor/logic/storage/datafile"

// Problem is one thing wrong with a price file.
type Problem = datafile.Problem

// Problems are all problems of a price file, by line.
type Problems = datafile.Problems
