using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Vero.Typed.Tests.Oracle;

/// <summary>Generated users and events.</summary>
internal static class Generated
{
    private static readonly Gen<string> Word = Inputs.Piece.Array[0, 6].Select(string.Concat);

    private static readonly Gen<CultureInfo> Culture = Gen.OneOf("sv-SE", "fa-IR", "zh-Hant-TW", "tr", "en-AU").Select(CultureInfo.GetCultureInfo);

    private static readonly Gen<Plan> Plans = Gen.OneOf(Plan.Free, Plan.Pro, Plan.Enterprise);

    private static readonly Gen<Rights> Rights = Gen.OneOf(0, 1, 2, 3, 128, 129, 130, 131).Select(bits => (Rights)bits);

    private static readonly Gen<Uri> Link = Word.Select(text => Uri.TryCreate("https://example.com/?q=" + text, UriKind.Absolute, out Uri? uri) ? uri : new Uri("a b", UriKind.Relative));

    private static readonly Gen<MailAddress> Mail = Gen.String[Gen.Char['a', 'z'], 1, 9].Select(name => new MailAddress(name + "+é@example.com", "Zoë \"Z\""));

    private static readonly Gen<object?> Leaf = Gen.OneOf(
        Word.Select(text => (object?)text),
        Inputs.Long.Select(number => (object?)number),
        Inputs.ULong.Select(number => (object?)number),
        Inputs.Double.Select(number => (object?)number),
        Inputs.Float.Select(number => (object?)number),
        Inputs.Decimal.Select(number => (object?)number),
        Gen.Bool.Select(yes => (object?)yes),
        Gen.Char.Select(character => (object?)character),
        Gen.Guid.Select(guid => (object?)guid),
        Inputs.Moment.Select(time => (object?)time),
        Inputs.Instant.Select(time => (object?)time),
        Inputs.Duration.Select(time => (object?)time),
        Inputs.Moment.Select(time => (object?)DateOnly.FromDateTime(time)),
        Inputs.Moment.Select(time => (object?)TimeOnly.FromDateTime(time)),
        Gen.Byte.Array[0, 9].Select(bytes => (object?)bytes),
        Plans.Select(plan => (object?)plan),
        Rights.Select(rights => (object?)rights),
        Link.Select(link => (object?)link),
        Mail.Select(mail => (object?)mail),
        Culture.Select(culture => (object?)culture),
        Gen.Const((object?)null));

    private static readonly Gen<object?> Branch = Gen.OneOf(
        Leaf,
        Leaf.Array[0, 4].Select(items => (object?)items),
        Gen.Int.Array[0, 4].Select(items => (object?)items.ToList()),
        Entries(Leaf).Select(entries => (object?)entries));

    private static readonly Gen<object?> Tree = Gen.OneOf(
        Branch,
        Branch.Array[0, 4].Select(items => (object?)items),
        Entries(Branch).Select(entries => (object?)entries));

    private static readonly Gen<JsonElement> Element = Tree.Select(tree => JsonSerializer.SerializeToElement(tree ?? false, SystemTextJson.Options));

    // Half of the nodes hold JSON that was read, half hold values.
    private static readonly Gen<JsonNode?> Node = Gen.OneOf(
        Element.Select(element => JsonNode.Parse(element.GetRawText())),
        Gen.Select(Word, Inputs.Long, Inputs.Decimal, Inputs.Double, (text, number, price, ratio) =>
            (JsonNode?)new JsonObject { [text] = new JsonArray(text, number, null, price, ratio, new JsonObject()), [text + "2"] = null }));

    private static readonly Gen<Point> Points = Gen.Select(Inputs.Double, Inputs.Double.Nullable(), (x, y) => new Point(x, y));

    private static readonly Gen<Place?> Places = Gen.Select(OrNull(Word), OrNull(Word), Points.Nullable(), (city, zip, where) => (Place?)new Place(city, zip) { Where = where });

    private static readonly Gen<Home?> Homes = Gen.Select(OrNull(Places), Points.List[0, 3], OrNull(Word), (place, path, street) => (Home?)new Home(place, path, street));

    public static readonly Gen<string> CultureName = Gen.OneOf("sv-SE", "fa-IR", "th-TH", "ar-SA", "tr-TR");

    public static Gen<T> Scalars<T>()
        where T : ScalarMembers, new() => new Members<T>()
        .With(Users<T>())
        .With(OrNull(Inputs.Text), static (user, value) => user.Text = value)
        .With(Gen.Char, static (user, value) => user.Character = value)
        .With(Gen.Char.Nullable(), static (user, value) => user.MaybeCharacter = value)
        .With(Gen.Bool, static (user, value) => user.Yes = value)
        .With(Gen.Bool.Nullable(), static (user, value) => user.Maybe = value)
        .With(Gen.OneOf(Gen.SByte, Gen.OneOf(sbyte.MinValue, sbyte.MaxValue)), static (user, value) => user.Int8 = value)
        .With(Gen.Byte.Nullable(), static (user, value) => user.UInt8 = value)
        .With(Gen.OneOf(Gen.Short, Gen.OneOf(short.MinValue, short.MaxValue)), static (user, value) => user.Int16 = value)
        .With(Gen.UShort.Nullable(), static (user, value) => user.UInt16 = value)
        .With(Gen.OneOf(Gen.Int, Gen.OneOf(int.MinValue, int.MaxValue)), static (user, value) => user.Int32 = value)
        .With(Gen.OneOf(Gen.UInt, Gen.OneOf(0u, uint.MaxValue)).Nullable(), static (user, value) => user.UInt32 = value)
        .With(Inputs.Long, static (user, value) => user.Int64 = value)
        .With(Inputs.Long.Nullable(), static (user, value) => user.MaybeInt64 = value)
        .With(Inputs.ULong, static (user, value) => user.UInt64 = value)
        .With(Inputs.Float, static (user, value) => user.Single = value)
        .With(Inputs.Double, static (user, value) => user.Double = value)
        .With(Inputs.Double.Nullable(), static (user, value) => user.MaybeDouble = value)
        .With(Inputs.Decimal, static (user, value) => user.Decimal = value)
        .With(Inputs.Decimal.Nullable(), static (user, value) => user.MaybeDecimal = value)
        .With(Gen.Guid, static (user, value) => user.Guid = value)
        .With(Gen.Guid.Nullable(), static (user, value) => user.MaybeGuid = value)
        .With(OrNull(Link), static (user, value) => user.Link = value)
        .With(Inputs.Moment, static (user, value) => user.Time = value)
        .With(Inputs.Moment.Nullable(), static (user, value) => user.MaybeTime = value)
        .With(Inputs.Instant, static (user, value) => user.Instant = value)
        .With(Inputs.Moment.Select(DateOnly.FromDateTime).Nullable(), static (user, value) => user.Date = value)
        .With(Inputs.Moment.Select(TimeOnly.FromDateTime).Nullable(), static (user, value) => user.TimeOfDay = value)
        .With(Inputs.Duration.Nullable(), static (user, value) => user.Duration = value)
        .With(Plans, static (user, value) => user.Plan = value)
        .With(Plans.Nullable(), static (user, value) => user.MaybePlan = value)
        .With(Gen.OneOf(Tier.Zero, Tier.One), static (user, value) => user.Tier = value)
        .With(Rights, static (user, value) => user.Rights = value)
        .With(Rights.Nullable(), static (user, value) => user.MaybeRights = value)
        .With(OrNull(Gen.Byte.Array[0, 40]), static (user, value) => user.Bytes = value)
        .Gen;

    public static Gen<T> Parts<T>()
        where T : PartMembers, new() => new Members<T>()
        .With(Users<T>())
        .With(OrNull(OrNull(Word).Array[0, 5]), static (user, value) => user.Texts = value)
        .With(OrNull(Gen.Int.Nullable().List[0, 5]), static (user, value) => user.Numbers = value)
        .With(Inputs.Double.Array[0, 5], static (user, value) => user.Doubles = [.. value])
        .With(OrNull(Inputs.Decimal.Array[0, 5]), static (user, value) => user.Decimals = value?.ToHashSet())
        .With(OrNull(Inputs.Moment.Nullable().Array[0, 5]), static (user, value) => user.Times = value?.Select(static time => time))
        .With(OrNull(Gen.Guid.Array[0, 5]), static (user, value) => user.Guids = value)
        .With(OrNull(Gen.Bool.Nullable().Array[0, 5]), static (user, value) => user.Answers = value is null ? null : new LinkedList<bool?>(value))
        .With(OrNull(Plans.Nullable().Array[0, 5]), static (user, value) => user.Plans = value is null ? null : new Queue<Plan?>(value))
        .With(OrNull(Rights.Array[0, 5]), static (user, value) => user.Rights = value)
        .With(OrNull(Inputs.Long.Array[0, 3].Array[0, 3]), static (user, value) => user.Table = value)
        .With(OrNull(OrNull(Gen.Byte.Array[0, 5]).List[0, 3]), static (user, value) => user.Blobs = value)
        .With(OrNull(Entries(OrNull(Word))), static (user, value) => user.Words = value)
        .With(OrNull(Entries(Gen.Int.Select(level => new Level(level)).Nullable())), static (user, value) => user.Levels = value)
        .With(OrNull(Entries(Gen.Char.List[0, 4])), static (user, value) => user.Letters = value is null ? null : new SortedDictionary<string, List<char>>(value, StringComparer.Ordinal))
        .With(OrNull(Entries(Entries(OrNull(Places)))), static (user, value) => user.Places = value)
        .With(OrNull(Homes), static (user, value) => user.Home = value)
        .With(OrNull(OrNull(Homes).List[0, 3]), static (user, value) => user.Homes = value)
        .With(Points, static (user, value) => user.Point = value)
        .With(Gen.Int, static (user, value) => user.Level = new Level(value))
        .With(Gen.Guid.Select(value => new Key(value)).Nullable(), static (user, value) => user.Key = value)
        .With(OrNull(Word), static (user, value) => user.Nickname = value is null ? null : new Nickname(value))
        .With(OrNull(Gen.Guid.Select(value => new Key(value)).Array[0, 3]), static (user, value) => user.Keys = value)
        .With(OrNull(Mail), static (user, value) => user.Mail = value)
        .With(OrNull(Culture), static (user, value) => user.Second = value)
        .With(OrNull(OrNull(Culture).Array[0, 3]), static (user, value) => user.Cultures = value)
        .With(Element.Nullable(), static (user, value) => user.Element = value)
        .With(OrNull(Node), static (user, value) => user.Node = value)
        .With(OrNull(OrNull(Node).Array[0, 3]), static (user, value) => user.Nodes = value)
        .With(OrNull(Word), static (user, value) => user.NullText = value)
        .With(Gen.Int.Nullable(), static (user, value) => user.NullNumber = value)
        .With(OrNull(Gen.Int.List[0, 3]), static (user, value) => user.NullList = value)
        .With(OrNull(Homes), static (user, value) => user.NullHome = value)
        .With(OrNull(Entries(Tree)), static (user, value) => user.More = value)
        .Gen;

    public static Gen<T> Events<T>(Gen<T> events, Action<T, DateTimeOffset?> createAt) =>
        Gen.Select(events, Inputs.Instant.Nullable(), (happened, at) =>
        {
            createAt(happened, at);
            return happened;
        });

    private static Gen<Action<T>> Users<T>()
        where T : OracleMembers => Gen.Select(
        Inputs.Id, Word.Array[0, 3], Gen.Int[-12, 14].Nullable(), OrNull(Culture), OrNull(Word), Gen.Bool,
        (id, tokens, zone, culture, agent, hasEmail) => (Action<T>)(user =>
        {
            user.Id = id;
            user.Email = hasEmail ? "zoë@example.com" : null;
            user.Tokens = Array.ConvertAll(tokens, token => "t" + token);
            user.Zone = zone;
            user.Culture = culture;
            user.Agent = agent;
        }));

    private static Gen<T?> OrNull<T>(Gen<T> values)
        where T : class? => Gen.Frequency((1, Gen.Const((T?)null)), (5, values.Select(value => (T?)value)));

    // Keys begin with a character that no declared or reserved key has, and stay different when halves of surrogate pairs are replaced.
    private static Gen<Dictionary<string, T>> Entries<T>(Gen<T> values) => Gen.Select(Word, values).Array[0, 4].Select(pairs =>
    {
        var entries = new Dictionary<string, T>();
        var sent = new HashSet<string>();
        foreach ((string key, T value) in pairs)
        {
            if (sent.Add(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key))))
                entries.Add("." + key, value);
        }

        return entries;
    });

    /// <summary>An object whose members are set one after the other: there are more of them than a tuple has room for.</summary>
    private sealed class Members<T>
        where T : new()
    {
        private Gen<Action<T>> _set = CsCheck.Gen.Const(static (T _) => { });

        public Gen<T> Gen => _set.Select(set =>
        {
            var user = new T();
            set(user);
            return user;
        });

        public Members<T> With(Gen<Action<T>> others) => With(others, static (user, set) => set(user));

        public Members<T> With<TValue>(Gen<TValue> values, Action<T, TValue> set)
        {
            _set = CsCheck.Gen.Select(_set, values, (before, value) => (Action<T>)(user =>
            {
                before(user);
                set(user, value);
            }));
            return this;
        }
    }
}
