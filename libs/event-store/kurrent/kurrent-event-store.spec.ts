import { describeEventStoreContract } from '../contract/event-store.contract.ts';
import { KurrentEventStore } from './kurrent-event-store.ts';
import { openTestServer, serverInTheTitle } from './test-server.ts';

describeEventStoreContract(`KurrentEventStore on ${serverInTheTitle}`, async () => {
  const server = await openTestServer();
  const stores: KurrentEventStore[] = [];
  const open = () => {
    const store = new KurrentEventStore(server.connectionString);
    stores.push(store);
    return store;
  };
  return {
    store: open(),
    reopen: async () => open(),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      server.close();
    },
  };
});
