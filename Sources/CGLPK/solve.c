// SPDX-License-Identifier: GPL-3.0-or-later

#include <float.h>

#include "door.h"

typedef struct {
    cglpk_method method;
    int iteration_limit, milliseconds;
    cglpk_relaxation *out;
} simplex_arguments;

static int simplex(glp_prob *glpk, void *arguments) {
    simplex_arguments *a = arguments;
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_ERR;
    options.meth = a->method == CGLPK_PRIMAL ? GLP_PRIMAL : GLP_DUALP;
    options.it_lim = a->iteration_limit;
    options.tm_lim = a->milliseconds;
    int before = glp_get_it_cnt(glpk);
    int code = glp_simplex(glpk, &options);
    a->out->status = glp_get_status(glpk);
    a->out->primal_status = glp_get_prim_stat(glpk);
    a->out->dual_status = glp_get_dual_stat(glpk);
    a->out->objective = glp_get_obj_val(glpk);
    a->out->iterations = glp_get_it_cnt(glpk) - before;
    return code;
}

int cglpk_simplex(
    cglpk_problem *problem, cglpk_method method, int iteration_limit, int milliseconds, cglpk_relaxation *out) {
    simplex_arguments a = {method, iteration_limit, milliseconds, out};
    return door_call(problem, simplex, &a);
}

typedef struct {
    double *values, *row_duals, *reduced_costs;
} relaxation_arrays;

static int read_relaxation(glp_prob *glpk, void *arguments) {
    relaxation_arrays *a = arguments;
    int columns = glp_get_num_cols(glpk), rows = glp_get_num_rows(glpk);
    for (int j = 0; j < columns; j++) {
        a->values[j] = glp_get_col_prim(glpk, j + 1);
        a->reduced_costs[j] = glp_get_col_dual(glpk, j + 1);
    }
    for (int i = 0; i < rows; i++) a->row_duals[i] = glp_get_row_dual(glpk, i + 1);
    return 0;
}

int cglpk_read_relaxation(cglpk_problem *problem, double *values, double *row_duals, double *reduced_costs) {
    relaxation_arrays a = {values, row_duals, reduced_costs};
    return door_call(problem, read_relaxation, &a);
}

// The multipliers of the rows in a row of the tableau: of a basic row or, above the number of rows, a column.
static void tableau_row(glp_prob *glpk, int basic, double *multipliers) {
    int rows = glp_get_num_rows(glpk), columns = glp_get_num_cols(glpk);
    // GLPK's own memory, so that a breakdown frees it; entry 0 is unused.
    int *index = glp_alloc(rows + columns + 1, sizeof *index);
    double *value = glp_alloc(rows + columns + 1, sizeof *value);
    int length = glp_eval_tab_row(glpk, basic, index, value);
    for (int row = 0; row < rows; row++) multipliers[row] = 0;
    for (int term = 1; term <= length; term++) {
        if (index[term] <= rows) multipliers[index[term] - 1] = value[term];
    }
    glp_free(index);
    glp_free(value);
}

typedef struct {
    int column;
    double *multipliers;
} multiplier_arguments;

static int read_multipliers(glp_prob *glpk, void *arguments) {
    multiplier_arguments *a = arguments;
    if (!glp_bf_exists(glpk) && glp_factorize(glpk) != 0) return 1;
    if (glp_get_col_stat(glpk, a->column + 1) != GLP_BS) return 1;
    tableau_row(glpk, glp_get_num_rows(glpk) + a->column + 1, a->multipliers);
    return 0;
}

int cglpk_read_multipliers(cglpk_problem *problem, int column, double *multipliers) {
    multiplier_arguments a = {column, multipliers};
    return door_call(problem, read_multipliers, &a);
}

static int read_contradiction(glp_prob *glpk, void *arguments) {
    double *multipliers = arguments;
    int rows = glp_get_num_rows(glpk);
    int ray = glp_get_unbnd_ray(glpk);
    if (ray == 0 || !glp_bf_exists(glpk)) return 1;
    int status = ray <= rows ? glp_get_row_stat(glpk, ray) : glp_get_col_stat(glpk, ray - rows);
    if (status != GLP_BS) return 1;
    tableau_row(glpk, ray, multipliers);
    if (ray <= rows) multipliers[ray - 1] = -1;
    return 0;
}

int cglpk_read_contradiction(cglpk_problem *problem, double *multipliers) {
    return door_call(problem, read_contradiction, multipliers);
}

typedef struct {
    const cglpk_search *search;
    cglpk_integer *out;
    long entered;
} search_arguments;

// Stands between GLPK and the caller's function: that one sees numbers only and has returned before GLPK goes on,
// so that a jump never crosses its frames. Only what is safe under presolve is read here.
static void look(glp_tree *tree, void *info) {
    search_arguments *a = info;
    cglpk_tree state = {0};
    glp_prob *glpk = glp_ios_get_prob(tree);
    int best = glp_ios_best_node(tree);
    if (best != 0) state.bound = glp_ios_node_bound(tree, best);
    // The root has the bound -DBL_MAX until it is solved.
    state.has_bound = best != 0 && state.bound > -DBL_MAX;
    state.has_incumbent = glp_mip_status(glpk) == GLP_FEAS;
    if (state.has_incumbent) state.objective = glp_mip_obj_val(glpk);
    state.entering = glp_ios_reason(tree) == GLP_IPREPRO;
    state.entered = a->entered;
    if (a->search->look(a->search->context, &state)) {
        glp_ios_terminate(tree);
    } else if (state.entering) {
        a->entered++;
    }
}

static int search_integer(glp_prob *glpk, void *arguments) {
    search_arguments *a = arguments;
    const cglpk_search *s = a->search;
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_ERR;
    options.br_tech = s->branching;
    options.bt_tech = s->backtracking;
    options.tm_lim = s->milliseconds;
    options.presolve = s->presolve ? GLP_ON : GLP_OFF;
    options.mir_cuts = s->mir ? GLP_ON : GLP_OFF;
    options.gmi_cuts = s->gomory ? GLP_ON : GLP_OFF;
    options.cov_cuts = s->cover ? GLP_ON : GLP_OFF;
    options.clq_cuts = s->clique ? GLP_ON : GLP_OFF;
    options.sr_heur = s->rounding ? GLP_ON : GLP_OFF;
    options.fp_heur = s->feasibility_pump ? GLP_ON : GLP_OFF;
    options.cb_func = look;
    options.cb_info = a;
    int before = glp_get_it_cnt(glpk);
    int code = glp_intopt(glpk, &options);
    a->out->iterations = glp_get_it_cnt(glpk) - before;
    a->out->status = glp_mip_status(glpk);
    a->out->objective = glp_mip_obj_val(glpk);
    return code;
}

int cglpk_search_integer(cglpk_problem *problem, const cglpk_search *search, cglpk_integer *out) {
    search_arguments a = {search, out, 0};
    return door_call(problem, search_integer, &a);
}

static int read_integer(glp_prob *glpk, void *arguments) {
    double *values = arguments;
    int columns = glp_get_num_cols(glpk);
    for (int j = 0; j < columns; j++) values[j] = glp_mip_col_val(glpk, j + 1);
    return 0;
}

int cglpk_read_integer(cglpk_problem *problem, double *values) {
    return door_call(problem, read_integer, values);
}
