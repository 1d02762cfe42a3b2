namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>CHOICE with an extension marker (22): index, then the value; additions come as open types.</summary>
    public PerChoiceReader BeginChoice(string name, int root, int additions = 0)
    {
        var entered = Descend(name);
        if (!Boolean())
            return new PerChoiceReader(entered, Rank(root, "X.691 (07/2002) 22"), root, default);
        var index = root + NormallySmallNumber();
        // An unknown alternative is read whole by Unknown, so its open type is not entered here.
        return index < root + additions && fault is null
            ? new PerChoiceReader(entered, index, root, BeginOpenType())
            : new PerChoiceReader(entered, fault is null ? index : 0, root, default);
    }

    /// <summary>CHOICE without extension marker.</summary>
    public PerChoiceReader BeginPlainChoice(string name, int root)
    {
        var entered = Descend(name);
        return new PerChoiceReader(entered, Rank(root, "X.691 (07/2002) 22"), root, default);
    }
}

/// <summary>One CHOICE being read.</summary>
public readonly ref struct PerChoiceReader
{
    private readonly string? name;
    private readonly int root;
    private readonly PerOpenType open;

    internal PerChoiceReader(string? name, int index, int root, PerOpenType open)
    {
        this.name = name;
        Index = index;
        this.root = root;
        this.open = open;
    }

    /// <summary>Root alternatives from 0 in tag order, additions following on.</summary>
    public int Index { get; }

    /// <summary>Keeps an alternative that our edition does not know.</summary>
    public UnknownAlternative Unknown(ref PerReader reader) => new(Index - root, reader.OpenType());

    public void End(ref PerReader reader)
    {
        reader.EndOpenType(open);
        reader.Unwind(name);
    }
}
