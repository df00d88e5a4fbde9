#include <argon2.h>
/* Argon2 takes its memory from the allocator, and mallopt decides what becomes of it afterwards. */
#include <malloc.h>
