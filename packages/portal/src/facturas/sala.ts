import type { Entorno, Sala } from '../plataforma/index.ts';

/** Electronic invoices: their register, its reception and its consultation. */
export const salaFacturas: Sala<Entorno> = () => ({ nombre: 'facturas' });
