// SPDX-License-Identifier: GPL-3.0-or-later

#include <float.h>
#include <math.h>

#include "door.h"

typedef struct {
    const char *program, *objective;
    const char *const *rows, *const *columns;
} name_arguments;

static int set_names(glp_prob *glpk, void *arguments) {
    name_arguments *a = arguments;
    glp_set_prob_name(glpk, a->program);
    glp_set_obj_name(glpk, a->objective);
    int rows = glp_get_num_rows(glpk), columns = glp_get_num_cols(glpk);
    for (int i = 0; i < rows; i++) glp_set_row_name(glpk, i + 1, a->rows[i]);
    for (int j = 0; j < columns; j++) glp_set_col_name(glpk, j + 1, a->columns[j]);
    return 0;
}

int cglpk_set_names(
    cglpk_problem *problem, const char *program, const char *objective, const char *const *rows,
    const char *const *columns) {
    name_arguments a = {program, objective, rows, columns};
    return door_call(problem, set_names, &a);
}

typedef struct {
    cglpk_format format;
    const char *path;
} file_arguments;

static int write_file(glp_prob *glpk, void *arguments) {
    file_arguments *a = arguments;
    if (a->format == CGLPK_MPS) return glp_write_mps(glpk, GLP_MPS_FILE, NULL, a->path);
    return glp_write_lp(glpk, NULL, a->path);
}

int cglpk_write(cglpk_problem *problem, cglpk_format format, const char *path) {
    file_arguments a = {format, path};
    return door_call(problem, write_file, &a);
}

static int read_file(glp_prob **out, const void *arguments) {
    const file_arguments *a = arguments;
    *out = glp_create_prob();
    if (a->format == CGLPK_MPS) return glp_read_mps(*out, GLP_MPS_FILE, NULL, a->path);
    return glp_read_lp(*out, NULL, a->path);
}

int cglpk_read(cglpk_format format, const char *path, cglpk_problem **out) {
    file_arguments a = {format, path};
    return door_make(read_file, &a, out);
}

static int measure(glp_prob *glpk, void *arguments) {
    cglpk_size *out = arguments;
    out->columns = glp_get_num_cols(glpk);
    out->rows = glp_get_num_rows(glpk);
    out->terms = glp_get_num_nz(glpk);
    out->maximise = glp_get_obj_dir(glpk) == GLP_MAX;
    out->constant = glp_get_obj_coef(glpk, 0);
    return 0;
}

int cglpk_measure(cglpk_problem *problem, cglpk_size *out) { return door_call(problem, measure, out); }

// GLPK's way of saying that there is no bound.
static double bound(double value) { return fabs(value) == DBL_MAX ? copysign(INFINITY, value) : value; }

typedef struct {
    int index;
    double *cost, *lower, *upper;
    bool *integer;
    int *length, *columns;
    double *values;
} part_arguments;

static int read_column(glp_prob *glpk, void *arguments) {
    part_arguments *a = arguments;
    int j = a->index + 1;
    *a->cost = glp_get_obj_coef(glpk, j);
    *a->lower = bound(glp_get_col_lb(glpk, j));
    *a->upper = bound(glp_get_col_ub(glpk, j));
    *a->integer = glp_get_col_kind(glpk, j) != GLP_CV;
    return 0;
}

int cglpk_read_column(
    cglpk_problem *problem, int column, double *cost, double *lower, double *upper, bool *integer) {
    part_arguments a = {.index = column, .cost = cost, .lower = lower, .upper = upper, .integer = integer};
    return door_call(problem, read_column, &a);
}

static int read_row(glp_prob *glpk, void *arguments) {
    part_arguments *a = arguments;
    int i = a->index + 1;
    *a->lower = bound(glp_get_row_lb(glpk, i));
    *a->upper = bound(glp_get_row_ub(glpk, i));
    *a->length = glp_get_mat_row(glpk, i, a->columns, a->values);
    return 0;
}

int cglpk_read_row(
    cglpk_problem *problem, int row, double *lower, double *upper, int *length, int *columns, double *values) {
    part_arguments a = {
        .index = row, .lower = lower, .upper = upper, .length = length, .columns = columns, .values = values};
    return door_call(problem, read_row, &a);
}
