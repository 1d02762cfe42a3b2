using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323;

/// <summary>
/// CHOICE whose alternatives are all NULL: says no more than its index, so it is an enumeration to us
/// (X.691 (07/2002), clause 22). An alternative of a later edition keeps its number.
/// </summary>
internal static class NullChoice
{
    public static int Decode(ref PerReader reader, string name, int root, int additions = 0)
    {
        var choice = reader.BeginChoice(name, root, additions);
        if (choice.Index >= root + additions)
            choice.Unknown(ref reader);
        choice.End(ref reader);
        return choice.Index;
    }

    public static int DecodePlain(ref PerReader reader, string name, int root)
    {
        var choice = reader.BeginPlainChoice(name, root);
        choice.End(ref reader);
        return choice.Index;
    }

    public static void Encode(ref PerWriter writer, int index, int root)
    {
        var choice = writer.BeginChoice(root);
        choice.Select(ref writer, index);
        choice.End(ref writer);
    }

    public static void EncodePlain(ref PerWriter writer, int index, int root) => writer.PlainChoice(index, root);
}
