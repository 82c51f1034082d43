using Vero.Typed.Analyzers.Symbols;

namespace Vero.Typed.Analyzers.Parsing;

/// <summary>Which of the members are sent: of those that write the same, one that shadows another takes its place; else they are in conflict.</summary>
internal sealed class MemberSelection
{
    private MemberSelection(IReadOnlyList<MemberFacts> all)
    {
        var data = new List<TraitFacts>();
        var entries = new List<EntriesFacts>();
        var channels = new List<ChannelFacts>();
        var conflicts = new List<(MemberFacts Added, MemberFacts Known)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (MemberFacts member in all)
        {
            if (member.Fault is not null)
                continue;
            switch (member)
            {
                case IdFacts id:
                    Id = Later(Id, id, conflicts);
                    break;
                case EmailFacts email:
                    Email = Later(Email, email, conflicts);
                    break;
                case CreatedAtFacts at:
                    CreatedAt = Later(CreatedAt, at, conflicts);
                    break;
                case ChannelFacts channel:
                    channels.Add(channel);
                    break;
                case EntriesFacts entry:
                    entries.Add(entry);
                    break;
                case TraitFacts trait when places.TryGetValue(JsonText.Escape(trait.Key), out int known):
                    data[known] = Later(data[known], trait, conflicts);
                    break;
                case TraitFacts trait:
                    places.Add(JsonText.Escape(trait.Key), data.Count);
                    data.Add(trait);
                    break;
                default:
                    throw new InvalidOperationException(member.GetType().Name);
            }
        }

        All = all;
        Channels = channels;
        Data = data;
        Entries = entries;
        Conflicts = conflicts;
    }

    /// <summary>All members, with and without faults, base first.</summary>
    public IReadOnlyList<MemberFacts> All { get; }

    public IdFacts? Id { get; }

    public EmailFacts? Email { get; }

    public CreatedAtFacts? CreatedAt { get; }

    public IReadOnlyList<ChannelFacts> Channels { get; }

    public IReadOnlyList<TraitFacts> Data { get; }

    public IReadOnlyList<EntriesFacts> Entries { get; }

    /// <summary>Members that write what another one writes already.</summary>
    public IReadOnlyList<(MemberFacts Added, MemberFacts Known)> Conflicts { get; }

    public static MemberSelection Of(IReadOnlyList<MemberFacts> members) => new(members);

    /// <summary>The member that writes already what another one would write; null when there is none.</summary>
    public MemberFacts? RivalOf(MemberFacts member)
    {
        foreach ((MemberFacts added, MemberFacts known) in Conflicts)
        {
            if (ReferenceEquals(added, member))
                return known;
        }

        return null;
    }

    private static T Later<T>(T? known, T added, List<(MemberFacts Added, MemberFacts Known)> conflicts)
        where T : MemberFacts
    {
        if (known is null || AnnotatedTypeReader.Shadows(added.Member.Member, known.Member.Member))
            return added;
        conflicts.Add((added, known));
        return known;
    }
}
