namespace Gateway.H323;

/// <summary>What a machine makes of one input: the state it is in afterwards, and what it wants done, in order.</summary>
public readonly record struct Transition<TState, TOutput>(TState Next, IReadOnlyList<TOutput> Outputs);

/// <summary>A command that the user of a machine gave in a state where it may not be given: a mistake in our own program, never in the peer's.</summary>
public sealed class CommandInWrongStateException : InvalidOperationException
{
    public CommandInWrongStateException(object command, object state)
        : base($"{command.GetType().Name} is not allowed in {state.GetType().Name}")
    {
    }

    public CommandInWrongStateException()
    {
    }

    public CommandInWrongStateException(string message)
        : base(message)
    {
    }

    public CommandInWrongStateException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
