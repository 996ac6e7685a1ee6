"""English everyday words: those that join others, and those that say nothing new by themselves."""

JOINING = """
a an the this that these those here there then now today soon later still yet already again also too even
just only once when while before after during until since if unless whether because so therefore thus than
as like such and or but nor either both neither not no none nobody nothing cannot can could may might
will would shall should must do does did doing done be is are was were been being am have has had having
i you he she it we they him her his hers its their theirs them your yours yourself yourselves themselves
who whom whose which what where why how whoever whatever wherever whenever
of in on at by for with without within from to into onto out off over under up down about above below near
between among through across along around behind beside besides against towards toward per via inside outside
all any each every some many much more most few fewer less least several other others another else same
enough own very quite rather almost instead otherwise however though although except first next last
don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't hasn't haven't
hadn't let's it's that's there's you're you'll you've they're they've they'll what's who's
anyone anything everyone everything someone something somewhere anywhere everywhere nowhere together back
away apart along
"""
SAYING_LITTLE = """
often usually sometimes easily quickly simply clearly
make take get give keep go come put set let help need want use try start begin continue stay become turn
bring hold find look see show know learn understand think mean say tell ask answer call talk speak listen
write read open choose pick decide agree plan prepare check test count add remove change move leave left
follow lead work do happen matter depend belong remain require allow gather sort serve reach remember found
well stop arrive repeat replace return rely wait spend build mark meet share thought
part way thing place time step task job day week moment person people group organisation organization
hand side case example reason result order list line word name question idea beginning use
good better best easy simple clear small big large short long new old right ready sure whole main
important useful possible able different certain common plain single full quick slow likely careful regular
usual exact ordinary available necessary visible
"""
WORDS = JOINING + SAYING_LITTLE
