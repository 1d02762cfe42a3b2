%% Decodes and encodes H323-UserInformation, one for each argument in hexadecimal, with the codec that asn1ct made of H.225.0; prints the best
%% round in nanoseconds: "library decode encode".
-module(h225).
-export([main/1]).

main(Words) ->
    lists:foreach(fun measure/1, Words),
    halt(0).

measure(Word) ->
    Octets = binary:decode_hex(list_to_binary(Word)),
    {ok, Value} = 'H323-MESSAGES':decode('H323-UserInformation', Octets),
    {ok, _} = 'H323-MESSAGES':encode('H323-UserInformation', Value),
    Decode = best(fun() -> 'H323-MESSAGES':decode('H323-UserInformation', Octets) end),
    Encode = best(fun() -> 'H323-MESSAGES':encode('H323-UserInformation', Value) end),
    io:format("erlang ~.1f ~.1f~n", [Decode, Encode]).

best(Action) ->
    times(Action, 50000),
    lists:min([timed(Action) || _ <- lists:seq(1, 201)]).

timed(Action) ->
    Start = erlang:monotonic_time(nanosecond),
    times(Action, 500),
    (erlang:monotonic_time(nanosecond) - Start) / 500.

times(_, 0) -> ok;
times(Action, Left) -> Action(), times(Action, Left - 1).
