import { z } from 'zod';
import { cajasDeFecha, leerCajas, marcadas, PESOS_ESCRITOS } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  esRechazo,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Formulario,
  type Peticion,
  type Reloj,
  type Ruta,
} from '../../plataforma/index.ts';
import { DE_PAGOS } from '../politicas.ts';
import { ultimoDiaDelRecibo } from './calcular-pago.ts';
import { campoDelValor } from './calcular-varias.ts';
import { emitirReciboDeVarias } from './emitir-recibo.ts';
import { mostrarPagarVarias } from './mostrar-varias.ts';

const TITULAR = z.object({ titular: z.string() });
const CAMINO = '/de/:titular/obligaciones/pagar';

const DIA = z.object(cajasDeFecha('dia'));

/** Which debts, of each how much, and the day. An amount that is left empty is everything. */
const loQueSePaga = (reloj: Reloj) =>
  z.looseObject({ deudas: marcadas, ...DIA.shape }).transform((v, ctx) => {
    const limites = { desde: reloj.hoy(), hasta: ultimoDiaDelRecibo(reloj.hoy()) };
    const escritos = v as Readonly<Record<string, unknown>>;
    const dia = leerCajas(DIA.parse(v), 'dia', { nombre: 'La fecha de pago', ...limites }, ctx);
    const valores = new Map<string, bigint>();
    for (const deuda of v.deudas) {
      const campo = campoDelValor(deuda);
      const escrito = escritos[campo];
      if (typeof escrito !== 'string' || escrito.trim() === '') continue;
      const valor = PESOS_ESCRITOS.safeParse(escrito);
      if (valor.success) valores.set(deuda, valor.data);
      else
        for (const i of valor.error.issues)
          ctx.addIssue({ code: 'custom', message: i.message, path: [campo] });
    }
    return dia === undefined ? z.NEVER : { deudas: v.deudas, valores, dia };
  });

/** What was chosen, of whatever a form sent: the page is shown again for it. */
const elegidasEn = ({ deudas }: Formulario): string[] => marcadas.catch([]).parse(deudas);

/** To pay several debts with one slip. */
export function rutasDePagarVarias({ reloj }: { reloj: Reloj }): Ruta[] {
  const cuerpo = loQueSePaga(reloj);
  const comun = { acceso: 'titular', parametros: TITULAR, ambito: DE_PAGOS.pagar } as const;
  const otraVez = async (p: Peticion<z.output<typeof TITULAR>>, campos: Record<string, string>) => {
    const r = await mostrarPagarVarias(p, { deudas: elegidasEn(p.escrito), escrito: p.escrito, campos });
    if (esRechazo(r)) throw errores.deRechazo(r);
    return r.html;
  };
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.pagar-varias',
      metodo: 'GET',
      camino: CAMINO,
      consulta: z.object({ deudas: marcadas, escogidas: z.literal('si').optional() }),
      async manejar(p) {
        const { deudas, escogidas } = p.consulta;
        const r = await mostrarPagarVarias(p, { deudas, escogidas: escogidas === 'si' });
        return esRechazo(r) ? r : pagina(r.html, r.estado);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.calcular-varias',
      metodo: 'POST',
      camino: `${CAMINO}/cuenta`,
      cuerpo,
      invalido: otraVez,
      async manejar(p) {
        const r = await mostrarPagarVarias(p, {
          ...{ deudas: p.cuerpo.deudas, escogidas: true },
          ...{ escrito: p.escrito, pago: p.cuerpo },
        });
        return esRechazo(r) ? r : pagina(r.html, r.estado);
      },
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.hacer-recibo-de-varias',
      metodo: 'POST',
      camino: CAMINO,
      intento: 'pagar',
      cuerpo,
      invalido: otraVez,
      async manejar(p) {
        const { deudas, valores, dia } = p.cuerpo;
        const r = await p.enTransaccion((trx) =>
          unaSolaVez(trx, { ...p, cuerpo: p.escrito }, () =>
            emitirReciboDeVarias(trx, { deudas, valores, paraEl: dia }),
          ),
        );
        return esRechazo(r) ? r : redirigir(`/de/${p.parametros.titular}/obligaciones/recibos/${r.numero}`);
      },
    }),
  ];
}
