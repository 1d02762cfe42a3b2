using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H450;

/// <summary>The problem of a Reject (H.450.1 (02/1998) 8.4): which kind of component, and a number whose meaning depends on it.</summary>
public abstract record Problem : IPerType<Problem>
{
    private Problem()
    {
    }

    public sealed record General(long Value) : Problem;

    public sealed record Invoke(long Value) : Problem;

    public sealed record ReturnResult(long Value) : Problem;

    public sealed record ReturnError(long Value) : Problem;

    public static Problem UnrecognizedComponent { get; } = new General(0);
    public static Problem MistypedComponent { get; } = new General(1);
    public static Problem BadlyStructuredComponent { get; } = new General(2);
    public static Problem DuplicateInvocation { get; } = new Invoke(0);
    public static Problem UnrecognizedOperation { get; } = new Invoke(1);
    public static Problem MistypedArgument { get; } = new Invoke(2);
    public static Problem ResourceLimitation { get; } = new Invoke(3);
    public static Problem ReleaseInProgress { get; } = new Invoke(4);
    public static Problem UnrecognizedLinkedId { get; } = new Invoke(5);
    public static Problem LinkedResponseUnexpected { get; } = new Invoke(6);
    public static Problem UnexpectedLinkedOperation { get; } = new Invoke(7);
    public static Problem UnrecognizedInvocationOfResult { get; } = new ReturnResult(0);
    public static Problem ResultResponseUnexpected { get; } = new ReturnResult(1);
    public static Problem MistypedResult { get; } = new ReturnResult(2);
    public static Problem UnrecognizedInvocationOfError { get; } = new ReturnError(0);
    public static Problem ErrorResponseUnexpected { get; } = new ReturnError(1);
    public static Problem UnrecognizedError { get; } = new ReturnError(2);
    public static Problem UnexpectedError { get; } = new ReturnError(3);
    public static Problem MistypedParameter { get; } = new ReturnError(4);

    public static Problem Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("problem", root: 4);
        Problem value = choice.Index switch
        {
            0 => new General(reader.Integer()),
            1 => new Invoke(reader.Integer()),
            2 => new ReturnResult(reader.Integer()),
            _ => new ReturnError(reader.Integer()),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var (index, number) = this switch
        {
            General general => (0, general.Value),
            Invoke invoke => (1, invoke.Value),
            ReturnResult result => (2, result.Value),
            ReturnError error => (3, error.Value),
            _ => default,
        };
        writer.PlainChoice(index, root: 4);
        writer.Integer(number);
    }
}
