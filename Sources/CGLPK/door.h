// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by the files of the door, and by nobody else.

#ifndef CGLPK_DOOR_H
#define CGLPK_DOOR_H

#include <glpk.h>

#include "CGLPK.h"

// A problem with what tells whether GLPK still has it: the thread that made it, and that thread's breakdowns then.
struct cglpk_problem {
    glp_prob *glpk;
    const void *thread;
    unsigned long breakdowns;
};

// The body of a call. Locals must not own memory other than glp_alloc's: a jump would leak it.
typedef int door_body(glp_prob *glpk, void *arguments);

// Runs a body with GLPK's hooks set, and returns what it returns or a code of the door.
int door_call(cglpk_problem *problem, door_body *body, void *arguments);

// The same for bodies that make a problem: they store it in `(*out)->glpk`.
typedef int door_maker(glp_prob **glpk, const void *arguments);
int door_make(door_maker *maker, const void *arguments, cglpk_problem **out);

#endif
