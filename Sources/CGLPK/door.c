// SPDX-License-Identifier: GPL-3.0-or-later

#include "door.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// One per thread, as GLPK's own environment is.
static _Thread_local struct {
    jmp_buf way_out;
    bool inside;
    unsigned long breakdowns;
    long problems;
    size_t length;
    char message[1024];
} door;

const char *cglpk_message(void) { return door.message; }

// Keeps what GLPK prints instead of printing it. What does not fit pushes out what came first.
static int keep_message(void *info, const char *text) {
    (void)info;
    size_t room = sizeof door.message - 1;
    size_t added = strlen(text);
    if (added > room) {
        text += added - room;
        added = room;
    }
    if (door.length + added > room) {
        size_t dropped = door.length + added - room;
        memmove(door.message, door.message + dropped, door.length - dropped);
        door.length -= dropped;
    }
    memcpy(door.message + door.length, text, added);
    door.length += added;
    door.message[door.length] = '\0';
    return 1;
}

// GLPK would abort were this to return. Only frames of C lie between here and the setjmp.
static void leave(void *info) {
    (void)info;
    longjmp(door.way_out, 1);
}

static void enter(void) {
    door.inside = true;
    door.length = 0;
    door.message[0] = '\0';
}

static void set_hooks(void) {
    // Set at each call, for glp_free_env forgets them.
    glp_error_hook(leave, NULL);
    glp_term_hook(keep_message, NULL);
}

static int broke_down(void) {
    glp_free_env();
    door.breakdowns++;
    door.problems = 0;
    door.inside = false;
    return CGLPK_BROKE_DOWN;
}

static bool is_live(const cglpk_problem *problem) {
    return problem->thread == &door && problem->breakdowns == door.breakdowns;
}

int door_call(cglpk_problem *problem, door_body *body, void *arguments) {
    if (door.inside) return CGLPK_BUSY;
    if (!is_live(problem)) return CGLPK_GONE;
    enter();
    if (setjmp(door.way_out) != 0) return broke_down();
    set_hooks();
    int code = body(problem->glpk, arguments);
    door.inside = false;
    return code;
}

int door_make(door_maker *maker, const void *arguments, cglpk_problem **out) {
    if (door.inside) return CGLPK_BUSY;
    // On the heap, so that it is what it was after a jump.
    cglpk_problem *problem = calloc(1, sizeof *problem);
    if (problem == NULL) return CGLPK_NO_MEMORY;
    enter();
    if (setjmp(door.way_out) != 0) {
        free(problem);
        return broke_down();
    }
    set_hooks();
    int code = maker(&problem->glpk, arguments);
    door.inside = false;
    problem->thread = &door;
    problem->breakdowns = door.breakdowns;
    door.problems++;
    if (code == 0) {
        *out = problem;
    } else {
        cglpk_free(problem);
    }
    return code;
}

static int delete_problem(glp_prob *glpk, void *arguments) {
    (void)arguments;
    if (glpk != NULL) glp_delete_prob(glpk);
    // The last one out: what GLPK keeps for the thread would otherwise leak when the thread ends.
    if (--door.problems == 0) glp_free_env();
    return 0;
}

void cglpk_free(cglpk_problem *problem) {
    if (problem == NULL) return;
    // The message of the call before is still wanted where a maker failed.
    char kept[sizeof door.message];
    memcpy(kept, door.message, sizeof kept);
    size_t length = door.length;
    door_call(problem, delete_problem, NULL);
    memcpy(door.message, kept, sizeof kept);
    door.length = length;
    free(problem);
}
