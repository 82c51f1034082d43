open Shop.Domain

printfn "%s" (Customer(Id = 1, Plan = Plan.Pro).ToIdentifyRequest().ToJson())
printfn "%s" (Supplier(Key = System.Guid "11111111-2222-3333-4444-555555555555").ToIdentifyRequest().ToJson())
