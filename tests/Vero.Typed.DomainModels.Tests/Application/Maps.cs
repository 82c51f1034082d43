using Payments.Sdk;
using Shop.Banking;
using Shop.Store;
using Vero.Typed;

namespace ShopApp;

[VeroMap(typeof(PaymentCustomer))]
[VeroId(From = "Id")]
[VeroEmail(From = "Email")]
[VeroTrait("plan", From = "Subscriptions.Data[].Plan.Nickname")]
[VeroTrait("country", From = "Address.Country")]
[VeroTrait("balance", From = "Balance")]
[VeroTrait("customer_since", From = "Created")]
[VeroTrait("source", Value = "payments")]
[VeroData(From = "Metadata")]
[VeroSerialization(UnspecifiedDateTime = UnspecifiedDateTime.Utc)]
public static partial class PaymentCustomerMap;

[VeroMap(typeof(MailingContact))]
[VeroId(From = "ContactId", Prefix = "contact-")]
[VeroEmail(From = "Address.Email")]
[VeroTrait("display_name", From = "DisplayName()")]
[VeroTrait("topics", From = "Topics[].Name")]
public static partial class MailingContactMap;

/// <summary>Another payload of a type that has annotations of its own.</summary>
[VeroMap(typeof(StoreCustomer))]
[VeroId(From = "CustomerGuid")]
[VeroTrait(From = "Company")]
[VeroTrait("vat", From = "VatNumber")]
public static partial class CrmStoreCustomer;

[VeroMap(typeof(WalletOwner))]
[VeroId(From = "Number", Prefix = "billing-")]
[VeroTrait("balance", From = "Balance.Amount")]
[VeroTrait("currency", From = "Balance.Currency")]
public static partial class BillingWalletOwner;
