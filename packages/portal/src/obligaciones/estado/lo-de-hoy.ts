import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { diasEntre } from '@autogestion/normas/fechas';
import { urgenciaEn, type Pendiente } from '../../interfaz/index.ts';
import type { FuenteDeHoy } from '../../rut/index.ts';
import { leerCuenta, type Cuenta } from './cuenta.ts';
import { enUnaLinea, totalEnUnaLinea } from './palabras.ts';

/** What they owe, first on their home and on the page of their RUT; nothing of whoever the ledger does not know. */
export const obligacionesDeHoy: FuenteDeHoy = {
  nombre: 'obligaciones',
  enElRut: true,
  async leer(trx, { base }) {
    const cuenta = await leerCuenta(trx);
    if (cuenta.obligaciones.length === 0) return {};
    const href = `${base}/obligaciones`;
    const { debe, aFavor } = cuenta;
    return {
      pendientes: debe > 0n ? [loQueDebe(cuenta, href)] : [],
      comoEsta: [
        {
          rotulo: 'Obligaciones',
          valor:
            debe > 0n
              ? `Debe ${formatearPesos(debe)}`
              : aFavor > 0n
                ? `${formatearPesos(aFavor)} a favor`
                : 'Al día',
          href,
        },
      ],
    };
  },
};

function loQueDebe(cuenta: Cuenta, href: string) {
  const { debe, vencido, deudas, al, hoy } = cuenta;
  const [primera] = cuenta.obligaciones;
  const una = deudas === 1 && primera;
  return {
    titulo: una
      ? `Debe ${formatearPesos(debe)} de ${obligacionEnPalabras(una.concepto, una.anio, una.periodo)}`
      : `Debe ${formatearPesos(debe)}`,
    detalle: una ? enUnaLinea(una, hoy) : totalEnUnaLinea(cuenta, al, hoy),
    urgencia: vencido > 0n ? ('urgente' as const) : urgenciaEnPlazo(cuenta),
    marca: primera?.estado.vence ? { dia: primera.estado.vence } : { icono: 'advertencia' as const },
    accion: { href, texto: 'Ver', oculto: 'su estado de obligaciones' },
  };
}

function urgenciaEnPlazo({ obligaciones, hoy }: Cuenta): Pendiente['urgencia'] {
  const faltan = obligaciones.flatMap(({ estado: e }) =>
    e.debe > 0n && e.vence !== undefined ? [diasEntre(hoy, e.vence)] : [],
  );
  return urgenciaEn(Math.min(...faltan));
}
