namespace Gateway.Isdn.Transfer;

/// <summary>A command given to a machine in a state where it may not be given: a mistake in our own program, never in the peer's.</summary>
public sealed class CommandInWrongStateException : InvalidOperationException
{
    public CommandInWrongStateException(object state, object command)
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
