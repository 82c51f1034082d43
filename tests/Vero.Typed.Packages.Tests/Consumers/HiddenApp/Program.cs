using Shop.Hidden;

Customer customer = new() { Id = 7 };
#if PLANTED
Console.WriteLine(customer.ToIdentifyRequest());
#endif
Console.WriteLine($"customer {customer.Id}");
