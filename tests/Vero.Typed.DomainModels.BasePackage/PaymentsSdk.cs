namespace Payments.Sdk;

public class PaymentCustomer
{
    public string Id { get; set; } = "";

    public string? Email { get; set; }

    public string? Description { get; set; }

    public long Balance { get; set; }

    public DateTime Created { get; set; }

    public PaymentAddress? Address { get; set; }

    public PaymentList<PaymentSubscription>? Subscriptions { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];
}

public class PaymentAddress
{
    public string? City { get; set; }

    public string? Country { get; set; }
}

public class PaymentList<T>
{
    public List<T> Data { get; set; } = [];

    public bool HasMore { get; set; }
}

public class PaymentSubscription
{
    public string Id { get; set; } = "";

    public string? Status { get; set; }

    public PaymentPlan? Plan { get; set; }
}

public class PaymentPlan
{
    public string? Nickname { get; set; }

    public long Amount { get; set; }
}

public sealed class MailingContact
{
    public int ContactId { get; init; }

    public MailingAddress? Address { get; init; }

    public IReadOnlyList<MailingTopic> Topics { get; init; } = [];

    public string DisplayName() => Address?.Name ?? "nobody";
}

public sealed class MailingAddress
{
    public string? Email { get; init; }

    public string? Name { get; init; }
}

public sealed record MailingTopic(string Name, bool IsActive);
