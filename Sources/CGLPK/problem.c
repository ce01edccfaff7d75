// SPDX-License-Identifier: GPL-3.0-or-later

#include <limits.h>
#include <math.h>

#include "door.h"

// GLPK refuses a "double-bounded" column or row with equal bounds, so the type follows from the bounds.
static int type_of(double lower, double upper) {
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    if (isinf(upper)) return GLP_LO;
    return lower == upper ? GLP_FX : GLP_DB;
}

static void load_matrix(glp_prob *glpk, const cglpk_data *data) {
    ptrdiff_t terms = data->row_start[data->rows];
    if (terms > 500000000) glp_error("%s\n", "too many terms for GLPK");
    int count = (int)terms;
    // GLPK's own memory, so that a breakdown frees it; entry 0 is unused.
    int *rows = glp_alloc(count + 1, sizeof *rows);
    int *columns = glp_alloc(count + 1, sizeof *columns);
    double *values = glp_alloc(count + 1, sizeof *values);
    for (int row = 0; row < data->rows; row++) {
        for (ptrdiff_t term = data->row_start[row]; term < data->row_start[row + 1]; term++) {
            rows[term + 1] = row + 1;
            columns[term + 1] = data->column_index[term] + 1;
            values[term + 1] = data->value[term];
        }
    }
    glp_load_matrix(glpk, count, rows, columns, values);
    glp_free(rows);
    glp_free(columns);
    glp_free(values);
}

static int load(glp_prob **out, const void *arguments) {
    const cglpk_data *data = arguments;
    glp_prob *glpk = *out = glp_create_prob();
    glp_set_obj_dir(glpk, GLP_MIN);
    if (data->columns > 0) glp_add_cols(glpk, data->columns);
    if (data->rows > 0) glp_add_rows(glpk, data->rows);
    for (int j = 0; j < data->columns; j++) {
        double lower = data->lower[j], upper = data->upper[j];
        glp_set_obj_coef(glpk, j + 1, data->cost[j]);
        glp_set_col_kind(glpk, j + 1, data->integer[j] ? GLP_IV : GLP_CV);
        glp_set_col_bnds(glpk, j + 1, type_of(lower, upper), lower, upper);
    }
    for (int i = 0; i < data->rows; i++) {
        double lower = data->row_lower[i], upper = data->row_upper[i];
        glp_set_row_bnds(glpk, i + 1, type_of(lower, upper), lower, upper);
    }
    load_matrix(glpk, data);
    return 0;
}

int cglpk_load(const cglpk_data *data, cglpk_problem **out) { return door_make(load, data, out); }

typedef struct {
    int index;
    double lower, upper;
} change;

// One past INT_MAX would wrap to a legal index.
static int one_based(int index) { return index == INT_MAX ? 0 : index + 1; }

static int set_column_bounds(glp_prob *glpk, void *arguments) {
    change *c = arguments;
    glp_set_col_bnds(glpk, one_based(c->index), type_of(c->lower, c->upper), c->lower, c->upper);
    return 0;
}

int cglpk_set_column_bounds(cglpk_problem *problem, int column, double lower, double upper) {
    change c = {column, lower, upper};
    return door_call(problem, set_column_bounds, &c);
}

static int set_row_bounds(glp_prob *glpk, void *arguments) {
    change *c = arguments;
    glp_set_row_bnds(glpk, one_based(c->index), type_of(c->lower, c->upper), c->lower, c->upper);
    return 0;
}

int cglpk_set_row_bounds(cglpk_problem *problem, int row, double lower, double upper) {
    change c = {row, lower, upper};
    return door_call(problem, set_row_bounds, &c);
}

static int set_cost(glp_prob *glpk, void *arguments) {
    change *c = arguments;
    // GLPK's column 0 is the constant term, which no caller means.
    if (c->index < 0) glp_error("column number %d out of range\n", c->index);
    glp_set_obj_coef(glpk, one_based(c->index), c->lower);
    return 0;
}

int cglpk_set_cost(cglpk_problem *problem, int column, double cost) {
    change c = {column, cost, cost};
    return door_call(problem, set_cost, &c);
}

typedef struct {
    int count;
    const double *lower, *upper;
    const ptrdiff_t *row_start;
    const int *column_index;
    const double *value;
} new_rows;

static int add_rows(glp_prob *glpk, void *arguments) {
    new_rows *a = arguments;
    if (a->count <= 0) return 0;
    int columns = glp_get_num_cols(glpk);
    int first = glp_add_rows(glpk, a->count);
    // GLPK's own memory, so that a breakdown frees it; entry 0 is unused.
    int *index = glp_alloc(columns + 1, sizeof *index);
    double *value = glp_alloc(columns + 1, sizeof *value);
    for (int i = 0; i < a->count; i++) {
        ptrdiff_t start = a->row_start[i], length = a->row_start[i + 1] - start;
        if (length > columns) glp_error("%s\n", "a row has more terms than there are columns");
        for (ptrdiff_t term = 0; term < length; term++) {
            index[term + 1] = one_based(a->column_index[start + term]);
            value[term + 1] = a->value[start + term];
        }
        glp_set_row_bnds(glpk, first + i, type_of(a->lower[i], a->upper[i]), a->lower[i], a->upper[i]);
        glp_set_mat_row(glpk, first + i, (int)length, index, value);
    }
    glp_free(index);
    glp_free(value);
    return 0;
}

int cglpk_add_rows(
    cglpk_problem *problem, int count, const double *lower, const double *upper, const ptrdiff_t *row_start,
    const int *column_index, const double *value) {
    new_rows a = {count, lower, upper, row_start, column_index, value};
    return door_call(problem, add_rows, &a);
}

typedef struct {
    int count;
    const double *cost, *lower, *upper;
    const bool *integer;
    const ptrdiff_t *column_start;
    const int *row_index;
    const double *value;
} new_columns;

static int add_columns(glp_prob *glpk, void *arguments) {
    new_columns *a = arguments;
    if (a->count <= 0) return 0;
    int rows = glp_get_num_rows(glpk);
    int first = glp_add_cols(glpk, a->count);
    // GLPK's own memory, so that a breakdown frees it; entry 0 is unused.
    int *index = glp_alloc(rows + 1, sizeof *index);
    double *value = glp_alloc(rows + 1, sizeof *value);
    for (int j = 0; j < a->count; j++) {
        ptrdiff_t start = a->column_start[j], length = a->column_start[j + 1] - start;
        if (length > rows) glp_error("%s\n", "a column has more terms than there are rows");
        for (ptrdiff_t term = 0; term < length; term++) {
            index[term + 1] = one_based(a->row_index[start + term]);
            value[term + 1] = a->value[start + term];
        }
        glp_set_obj_coef(glpk, first + j, a->cost[j]);
        glp_set_col_kind(glpk, first + j, a->integer[j] ? GLP_IV : GLP_CV);
        glp_set_col_bnds(glpk, first + j, type_of(a->lower[j], a->upper[j]), a->lower[j], a->upper[j]);
        glp_set_mat_col(glpk, first + j, (int)length, index, value);
    }
    glp_free(index);
    glp_free(value);
    return 0;
}

int cglpk_add_columns(
    cglpk_problem *problem, int count, const double *cost, const double *lower, const double *upper,
    const bool *integer, const ptrdiff_t *column_start, const int *row_index, const double *value) {
    new_columns a = {count, cost, lower, upper, integer, column_start, row_index, value};
    return door_call(problem, add_columns, &a);
}

typedef struct {
    int count;
    const int *rows;
} old_rows;

static int delete_rows(glp_prob *glpk, void *arguments) {
    old_rows *a = arguments;
    if (a->count <= 0) return 0;
    int *numbers = glp_alloc(a->count + 1, sizeof *numbers);
    for (int i = 0; i < a->count; i++) numbers[i + 1] = one_based(a->rows[i]);
    glp_del_rows(glpk, a->count, numbers);
    glp_free(numbers);
    return 0;
}

int cglpk_delete_rows(cglpk_problem *problem, int count, const int *rows) {
    old_rows a = {count, rows};
    return door_call(problem, delete_rows, &a);
}

static int scale(glp_prob *glpk, void *arguments) {
    (void)arguments;
    glp_scale_prob(glpk, GLP_SF_AUTO);
    return 0;
}

int cglpk_scale(cglpk_problem *problem) { return door_call(problem, scale, NULL); }

static int reset_basis(glp_prob *glpk, void *arguments) {
    (void)arguments;
    glp_std_basis(glpk);
    return 0;
}

int cglpk_reset_basis(cglpk_problem *problem) { return door_call(problem, reset_basis, NULL); }
