using Gateway.Codecs.Isdn.Facility;

namespace Gateway.Isdn.Transfer;

/// <summary>Why a transfer that was asked of the far side did not come about. The calls are as they were unless they clear.</summary>
public abstract record TransferFailure
{
    private TransferFailure()
    {
    }

    /// <summary>A return error; <see cref="GeneralError"/> and the errors of the variants name the values.</summary>
    public sealed record Refused(Code Error) : TransferFailure;

    /// <summary>A reject: with <see cref="Problem.UnrecognizedOperation"/> the far side does not know the service at all.</summary>
    public sealed record Rejected(Problem Problem) : TransferFailure;

    /// <summary>No answer within the time; far sides that do not know a service often stay silent.</summary>
    public sealed record TimedOut(IsdnTimer Timer) : TransferFailure;

    /// <summary>A call it was asked on cleared, and the far side never said how the transfer went.</summary>
    public sealed record CallCleared(byte Cause) : TransferFailure;

    /// <summary>It was not even asked: the variant, the calls or a transfer that is under way already forbid it.</summary>
    public sealed record NotPossible(string Reason) : TransferFailure;
}
