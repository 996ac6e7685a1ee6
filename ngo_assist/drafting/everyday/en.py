"""English everyday words."""

WORDS = """
a an the this that these those here there then now today soon later still yet already again also too even
just only once when while before after during until since if unless whether because so therefore thus than
as like such and or but nor either both neither not no never none nobody nothing cannot can could may might
will would shall should must do does did doing done be is are was were been being am have has had having
i you he she it we they them him her his hers its their theirs your yours yourself yourselves themselves
who whom whose which what where why how whoever whatever wherever whenever
of in on at by for with without within from to into onto out off over under up down about above below near
between among through across along around behind beside besides against towards toward per via inside outside
all any each every some many much more most few fewer less least several other others another else same
enough own very quite rather almost always often usually sometimes easily quickly simply clearly together
apart away back first next last along instead otherwise however though although except anyone anything
everyone everything someone something somewhere anywhere everywhere nowhere
don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't hasn't haven't
hadn't let's it's that's there's you're you'll you've they're they've they'll what's who's
make made take took taken get got give gave given keep kept go went gone come came put set let help need
want use try start begin began begun stop end finish continue stay become became turn bring brought hold
find found look see saw seen show shown know knew known learn understand think mean say said tell told ask
answer call talk speak listen write wrote written read open close choose chose chosen pick decide agree plan
prepare check test count add remove change move leave left follow lead work do happen matter depend belong
remain require allow avoid prevent lose lost save saved share join meet met serve reach miss forget
remember repeat replace return rely trust wait spend spent build built grow improve mark
part way thing place time work step task job day week moment person people everyone team group organisation
organization leader staff member volunteer colleague others hand side case example reason result order
list line word name question answer help need idea beginning end change problem difficulty risk use
good better best easy easier simple simpler clear clearer small smaller big bigger large short shorter long
longer new old right ready sure whole main important useful possible able different certain common simple
plain single real true full empty free busy quick slow early late hard likely careful regular usual exact
ordinary available necessary visible
"""
