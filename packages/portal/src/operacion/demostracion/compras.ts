import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { CompraDeDemostracion } from '../../facturas/index.ts';
import { cuentasInscritas, type CuentaDemo } from './cuentas.ts';
import { empresaDemo } from './empresa.ts';

/** What they buy, by the company that sells it: how it is paid decides whether it counts for the 1 % (ET 336 num. 5). */
const CANASTA = [
  { hace: 12, que: 'Mercado', valor: 184_000, iva: 5, medio: '49' },
  { hace: 41, que: 'Computador portátil', valor: 2_900_000, iva: 19, medio: '48', despues: 'aceptada' },
  { hace: 67, que: 'Libros', valor: 96_500, iva: 0, medio: '10' },
  { hace: 103, que: 'Zapatos', valor: 239_900, iva: 19, medio: '48', despues: 'devuelta' },
  { hace: 158, que: 'Consulta odontológica', valor: 310_000, iva: 0, medio: '47' },
] as const;

/** What each person with whom the demonstration is tried bought in the last months. */
export const comprasDeDemostracion = (hoy: Fecha): CompraDeDemostracion[] =>
  cuentasInscritas().flatMap((c, persona) =>
    CANASTA.map(({ hace, ...compra }, i) => ({
      ...compra,
      dia: sumarDias(hoy, -hace - persona),
      emisor: comoEmisora(1 + ((persona + i) % 5)),
      adquirente: comoAdquirente(c),
    })),
  );

function comoEmisora(n: number): CompraDeDemostracion['emisor'] {
  const { nit, identificacion } = empresaDemo(n);
  return { numero: nit ?? '', tipo: '31', nombre: identificacion.razonSocial ?? '' };
}

const comoAdquirente = (c: CuentaDemo): CompraDeDemostracion['adquirente'] => ({
  numero: c.numero,
  tipo: c.tipoDocumento,
  nombre: `${c.nombres} ${c.apellidos}`,
});
