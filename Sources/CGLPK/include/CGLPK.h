// SPDX-License-Identifier: GPL-3.0-or-later
//
// The door to GLPK: coarse calls on flat arrays, so that nothing outside includes glpk.h.
//
// GLPK ends the process on a bad argument. Here its error hook jumps back to the call that was made instead, and
// that call returns CGLPK_BROKE_DOWN. GLPK's environment of that thread is then thrown away with every problem in
// it: later calls on those return CGLPK_GONE, and freeing them stays safe. A new problem works again at once.
//
// A problem belongs to the thread that made it. Rows and columns count from 0. Infinite bounds mean none.

#ifndef CGLPK_H
#define CGLPK_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// What calls return: 0, a code of GLPK's own (always above 0), or one of these.
enum {
    // GLPK called its error hook; cglpk_message() has what it said.
    CGLPK_BROKE_DOWN = -1,
    // The problem went with an earlier breakdown, or belongs to another thread.
    CGLPK_GONE = -2,
    // This thread is inside GLPK already: a callback called back.
    CGLPK_BUSY = -3,
    // No memory for the handle.
    CGLPK_NO_MEMORY = -4,
};

// GLPK's return codes that callers tell apart.
enum {
    CGLPK_ITERATION_LIMIT = 0x08,
    CGLPK_TIME_LIMIT = 0x09,
    CGLPK_NO_PRIMAL = 0x0A,
    CGLPK_NO_DUAL = 0x0B,
    CGLPK_STOPPED = 0x0D,
    CGLPK_GAP_REACHED = 0x0E,
};

// GLPK's solution statuses.
enum {
    CGLPK_UNDEFINED = 1,
    CGLPK_FEASIBLE = 2,
    CGLPK_INFEASIBLE = 3,
    CGLPK_NO_SOLUTION = 4,
    CGLPK_OPTIMAL = 5,
    CGLPK_UNBOUNDED = 6,
};

typedef enum { CGLPK_PRIMAL = 1, CGLPK_DUAL = 2 } cglpk_method;
typedef enum { CGLPK_MPS, CGLPK_CPLEX_LP } cglpk_format;

typedef struct cglpk_problem cglpk_problem;

// A whole problem; arrays have one entry a column, a row or a term, row_start one more than there are rows.
typedef struct {
    int columns, rows;
    const double *cost, *lower, *upper;
    const bool *integer;
    const double *row_lower, *row_upper;
    const ptrdiff_t *row_start;
    const int *column_index;
    const double *value;
} cglpk_data;

// What GLPK last said on this thread, one line or more; empty if nothing. Valid until the next call.
const char *cglpk_message(void);

// Makes a minimisation problem of the data; `*out` is set only where 0 is returned.
int cglpk_load(const cglpk_data *data, cglpk_problem **out);
// Frees a problem, and GLPK's environment with the thread's last one. Null is allowed.
void cglpk_free(cglpk_problem *problem);

int cglpk_set_column_bounds(cglpk_problem *problem, int column, double lower, double upper);
int cglpk_set_row_bounds(cglpk_problem *problem, int row, double lower, double upper);
int cglpk_set_cost(cglpk_problem *problem, int column, double cost);
// Adds rows below the others; the basis stays one. `row_start` has one entry more than there are new rows.
int cglpk_add_rows(
    cglpk_problem *problem, int count, const double *lower, const double *upper, const ptrdiff_t *row_start,
    const int *column_index, const double *value);
// Adds columns after the others; the basis stays one, and one with values if it was. `column_start` has one entry more than
// there are new columns.
int cglpk_add_columns(
    cglpk_problem *problem, int count, const double *cost, const double *lower, const double *upper,
    const bool *integer, const ptrdiff_t *column_start, const int *row_index, const double *value);
// Removes rows, given in ascending order. The basis stays one only if none of them is at a bound.
int cglpk_delete_rows(cglpk_problem *problem, int count, const int *rows);
// Chooses scale factors; they stay inside and never show in results.
int cglpk_scale(cglpk_problem *problem);
// Forgets the basis.
int cglpk_reset_basis(cglpk_problem *problem);

typedef struct {
    int status, primal_status, dual_status;
    double objective;
    int iterations;
} cglpk_relaxation;

// Runs the simplex method from the basis in the problem.
int cglpk_simplex(
    cglpk_problem *problem, cglpk_method method, int iteration_limit, int milliseconds, cglpk_relaxation *out);
// Copies out values (one a column), row duals and reduced costs of the last basis.
int cglpk_read_relaxation(cglpk_problem *problem, double *values, double *row_duals, double *reduced_costs);

// How a basic column's value comes about: what each row at a bound takes part in it with; `multipliers` has one
// entry a row. Not 0 where the column is not basic or the basis cannot be used.
int cglpk_read_multipliers(cglpk_problem *problem, int column, double *multipliers);

// After a simplex run that found no values: multipliers of the rows, one each, whose sum no values can meet, to
// rounding and but for the sign. Not 0 where the last basis shows none.
int cglpk_read_contradiction(cglpk_problem *problem, double *multipliers);

// The search tree at a callback. `entered` counts nodes whose relaxation was begun, this one included;
// `entering` is set just before one more is.
typedef struct {
    bool entering, has_incumbent, has_bound;
    long entered;
    double objective, bound;
} cglpk_tree;

typedef struct {
    int branching, backtracking, milliseconds;
    bool presolve, mir, gomory, cover, clique, rounding, feasibility_pump;
    // Returns true to stop the search. Must not call into this door.
    bool (*look)(void *context, const cglpk_tree *tree);
    void *context;
} cglpk_search;

typedef struct {
    int status;
    double objective;
    // Simplex iterations of the whole tree.
    int iterations;
} cglpk_integer;

// Runs branch and bound. Without presolve the basis in the problem must be optimal.
int cglpk_search_integer(cglpk_problem *problem, const cglpk_search *search, cglpk_integer *out);
// Copies out the incumbent, one value a column.
int cglpk_read_integer(cglpk_problem *problem, double *values);

// Names everything; the arrays have one name a row or column.
int cglpk_set_names(
    cglpk_problem *problem, const char *program, const char *objective, const char *const *rows,
    const char *const *columns);
// Writes a file, compressed if the path ends in .gz; not 0 if it cannot be written.
int cglpk_write(cglpk_problem *problem, cglpk_format format, const char *path);
// Makes a problem of a file; not 0 if it cannot be read.
int cglpk_read(cglpk_format format, const char *path, cglpk_problem **out);

typedef struct {
    int columns, rows, terms;
    bool maximise;
    double constant;
} cglpk_size;

// How large a problem is, for the arrays of the calls below.
int cglpk_measure(cglpk_problem *problem, cglpk_size *out);
// Copies out one column.
int cglpk_read_column(
    cglpk_problem *problem, int column, double *cost, double *lower, double *upper, bool *integer);
// Copies out one row; the arrays need room for one entry a column and one more, and are filled from entry 1.
int cglpk_read_row(
    cglpk_problem *problem, int row, double *lower, double *upper, int *length, int *columns, double *values);

#ifdef __cplusplus
}
#endif

#endif
