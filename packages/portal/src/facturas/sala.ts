import type { Entorno, Sala } from '../plataforma/index.ts';
import type { EntornoFirma } from '../firma/index.ts';
import { rutasDeFacturador, tiposDelFacturador } from './facturador/index.ts';

/** Electronic invoices: their register, its reception and its consultation, and who may issue them. */
export const salaFacturas: Sala<Entorno & EntornoFirma> = (e) => ({
  nombre: 'facturas',
  tipos: [...tiposDelFacturador(e.urlPublica)],
  rutas: [...rutasDeFacturador(e)],
});
