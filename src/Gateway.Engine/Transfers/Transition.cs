namespace Gateway.Engine.Transfers;

/// <summary>What a pure machine answers: the state it is in from now on, and what is to be done, in order.</summary>
public readonly record struct Transition<TState, TOutput>(TState Next, IReadOnlyList<TOutput> Outputs);
