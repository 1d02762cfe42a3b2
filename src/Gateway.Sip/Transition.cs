using System.Collections.Immutable;

namespace Gateway.Sip;

/// <summary>What a machine answers: the state it is in from now on, and what is to be done, in order.</summary>
public readonly record struct Transition<TState, TOutput>(TState Next, ImmutableArray<TOutput> Outputs);
