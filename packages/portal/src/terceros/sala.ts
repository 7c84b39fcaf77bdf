import type { Entorno, Sala } from '../plataforma/index.ts';
import { rutasDeLoReportado } from './mio/index.ts';

/** What third parties report of others: its delivery, and what each one sees of it. */
export const salaTerceros: Sala<Entorno> = () => ({ nombre: 'terceros', rutas: [...rutasDeLoReportado] });
