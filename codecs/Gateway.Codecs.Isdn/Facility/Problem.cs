using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>Which list a <see cref="Problem"/> value comes from; the number is the context tag (X.229 1988, Reject).</summary>
public enum ProblemKind
{
    General,
    Invoke,
    ReturnResult,
    ReturnError,
}

/// <summary>
/// Why a component was rejected (EN 300 196-1 V1.3.2, D.1; X.229).
/// <code>80 general | 81 invoke | 82 return result | 83 return error: 01 value</code>
/// </summary>
public readonly record struct Problem(ProblemKind Kind, int Value)
{
    public static readonly Problem UnrecognizedComponent = new(ProblemKind.General, 0);
    public static readonly Problem MistypedComponent = new(ProblemKind.General, 1);
    public static readonly Problem BadlyStructuredComponent = new(ProblemKind.General, 2);

    public static readonly Problem DuplicateInvocation = new(ProblemKind.Invoke, 0);
    public static readonly Problem UnrecognizedOperation = new(ProblemKind.Invoke, 1);
    public static readonly Problem MistypedArgument = new(ProblemKind.Invoke, 2);
    public static readonly Problem ResourceLimitation = new(ProblemKind.Invoke, 3);
    public static readonly Problem InitiatorReleasing = new(ProblemKind.Invoke, 4);
    public static readonly Problem UnrecognizedLinkedId = new(ProblemKind.Invoke, 5);
    public static readonly Problem LinkedResponseUnexpected = new(ProblemKind.Invoke, 6);
    public static readonly Problem UnexpectedChildOperation = new(ProblemKind.Invoke, 7);

    public static readonly Problem ResultForUnrecognizedInvocation = new(ProblemKind.ReturnResult, 0);
    public static readonly Problem ResultResponseUnexpected = new(ProblemKind.ReturnResult, 1);
    public static readonly Problem MistypedResult = new(ProblemKind.ReturnResult, 2);

    public static readonly Problem ErrorForUnrecognizedInvocation = new(ProblemKind.ReturnError, 0);
    public static readonly Problem ErrorResponseUnexpected = new(ProblemKind.ReturnError, 1);
    public static readonly Problem UnrecognizedError = new(ProblemKind.ReturnError, 2);
    public static readonly Problem UnexpectedError = new(ProblemKind.ReturnError, 3);
    public static readonly Problem MistypedParameter = new(ProblemKind.ReturnError, 4);

    internal static Problem Decode(ref BerReader reader)
    {
        for (ProblemKind kind = ProblemKind.General; kind <= ProblemKind.ReturnError; kind++)
        {
            if (reader.NextIs(BerTag.Context((int)kind)))
            {
                return new Problem(kind, reader.ReadInteger(BerTag.Context((int)kind), "problem"));
            }
        }

        reader.Fail(DecodeFaultReason.UnknownAlternative, "X.229 Reject", "problem");
        return default;
    }

    internal void Encode(ref BerWriter writer) => writer.WriteInteger(BerTag.Context((int)Kind), Value);
}
