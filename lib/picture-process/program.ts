/** The program of the picture process. */
import { serveOrders } from "./serve-orders";
import { works } from "./works";

serveOrders(works);
