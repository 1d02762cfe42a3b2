using System.Formats.Asn1;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>
/// A remote operations component (EN 300 196-1 V1.3.2, 11.2 and annex D; X.229 1988). Arguments, results and parameters stay as the
/// octets that came; <see cref="Operation"/> and <see cref="OperationResult"/> read them once the variant of the interface is known.
/// <code>A1 Invoke | A2 ReturnResult | A3 ReturnError | A4 Reject</code>
/// </summary>
public abstract record Component
{
    private static readonly Asn1Tag InvokeTag = BerTag.Context(1);
    private static readonly Asn1Tag ReturnResultTag = BerTag.Context(2);
    private static readonly Asn1Tag ReturnErrorTag = BerTag.Context(3);
    private static readonly Asn1Tag RejectTag = BerTag.Context(4);
    private static readonly Asn1Tag LinkedIdTag = BerTag.Context(0);

    private Component()
    {
    }

    /// <summary>
    /// <code>A1 len  02 invokeId  [80 linkedId]  02|06 operation  [argument]</code>
    /// </summary>
    /// <param name="InvokeId">16 bits signed by the standards; echoed as it came.</param>
    /// <param name="LinkedId">The invocation this one is a child of.</param>
    /// <param name="OperationCode">Which operation.</param>
    /// <param name="Argument">Everything behind the operation value, whole elements; null when nothing is there.</param>
    public sealed record Invoke(int InvokeId, int? LinkedId, Code OperationCode, byte[]? Argument) : Component
    {
        internal static Invoke DecodeContents(ref BerReader reader) => new(
            reader.ReadInteger("invokeId"),
            reader.NextIs(LinkedIdTag) ? reader.ReadInteger(LinkedIdTag, "linkedId") : null,
            Code.Decode(ref reader, "operation"),
            Rest(ref reader, "argument"));

        internal override void Encode(ref BerWriter writer)
        {
            int mark = writer.Enter(InvokeTag);
            writer.WriteInteger(InvokeId);
            if (LinkedId is { } linkedId)
            {
                writer.WriteInteger(LinkedIdTag, linkedId);
            }

            OperationCode.Encode(ref writer);
            writer.WriteEncoded(Argument);
            writer.Leave(mark);
        }
    }

    /// <summary>
    /// Without a result the SEQUENCE is left out, and the operation with it.
    /// <code>A2 len  02 invokeId  [30 len  02|06 operation  result]</code>
    /// </summary>
    public sealed record ReturnResult(int InvokeId, Code? OperationCode, byte[]? Result) : Component
    {
        internal static ReturnResult DecodeContents(ref BerReader reader)
        {
            int invokeId = reader.ReadInteger("invokeId");
            if (reader.AtEnd)
            {
                return new ReturnResult(invokeId, null, null);
            }

            BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "sequence");
            var component = new ReturnResult(
                invokeId,
                Code.Decode(ref reader, "operation"),
                Rest(ref reader, "result"));
            reader.Leave(scope);
            return component;
        }

        internal override void Encode(ref BerWriter writer)
        {
            int mark = writer.Enter(ReturnResultTag);
            writer.WriteInteger(InvokeId);
            if (OperationCode is { } operation)
            {
                int sequence = writer.Enter(Asn1Tag.Sequence);
                operation.Encode(ref writer);
                writer.WriteEncoded(Result);
                writer.Leave(sequence);
            }

            writer.Leave(mark);
        }
    }

    /// <summary>
    /// <code>A3 len  02 invokeId  02|06 error  [parameter]</code>
    /// </summary>
    public sealed record ReturnError(int InvokeId, Code ErrorCode, byte[]? Parameter) : Component
    {
        internal static ReturnError DecodeContents(ref BerReader reader) => new(
            reader.ReadInteger("invokeId"),
            Code.Decode(ref reader, "error"),
            Rest(ref reader, "parameter"));

        internal override void Encode(ref BerWriter writer)
        {
            int mark = writer.Enter(ReturnErrorTag);
            writer.WriteInteger(InvokeId);
            ErrorCode.Encode(ref writer);
            writer.WriteEncoded(Parameter);
            writer.Leave(mark);
        }
    }

    /// <summary>
    /// <code>A4 len  02 invokeId | 05 00  80..83 problem</code>
    /// </summary>
    /// <param name="InvokeId">Null when the rejected component's own could not be read.</param>
    /// <param name="Problem">Why.</param>
    public sealed record Reject(int? InvokeId, Problem Problem) : Component
    {
        internal static Reject DecodeContents(ref BerReader reader)
        {
            int? invokeId = null;
            if (reader.NextIs(Asn1Tag.Null))
            {
                reader.ReadNull(Asn1Tag.Null, "invokeId");
            }
            else
            {
                invokeId = reader.ReadInteger("invokeId");
            }

            return new Reject(invokeId, Problem.Decode(ref reader));
        }

        internal override void Encode(ref BerWriter writer)
        {
            int mark = writer.Enter(RejectTag);
            if (InvokeId is { } invokeId)
            {
                writer.WriteInteger(invokeId);
            }
            else
            {
                writer.WriteNull(Asn1Tag.Null);
            }

            Problem.Encode(ref writer);
            writer.Leave(mark);
        }
    }

    internal static Component? Decode(ref BerReader reader)
    {
        if (reader.NextIs(InvokeTag))
        {
            BerReader.Scope scope = reader.Enter(InvokeTag, "invoke");
            Invoke component = Invoke.DecodeContents(ref reader);
            reader.Leave(scope);
            return component;
        }

        if (reader.NextIs(ReturnResultTag))
        {
            BerReader.Scope scope = reader.Enter(ReturnResultTag, "returnResult");
            ReturnResult component = ReturnResult.DecodeContents(ref reader);
            reader.Leave(scope);
            return component;
        }

        if (reader.NextIs(ReturnErrorTag))
        {
            BerReader.Scope scope = reader.Enter(ReturnErrorTag, "returnError");
            ReturnError component = ReturnError.DecodeContents(ref reader);
            reader.Leave(scope);
            return component;
        }

        if (reader.NextIs(RejectTag))
        {
            BerReader.Scope scope = reader.Enter(RejectTag, "reject");
            Reject component = Reject.DecodeContents(ref reader);
            reader.Leave(scope);
            return component;
        }

        reader.Fail(DecodeFaultReason.UnknownAlternative, "EN 300 196-1 11.2.2.1", "component");
        return null;
    }

    internal abstract void Encode(ref BerWriter writer);

    private static byte[]? Rest(ref BerReader reader, string name) => reader.AtEnd ? null : reader.ReadRest(name).ToArray();
}
