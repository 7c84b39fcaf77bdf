import { fechaEnBogota, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { FuenteDeHoy, LoSuyo } from '../rut/index.ts';
import type { Transaccion } from '../plataforma/index.ts';
import type { Pendiente } from '../interfaz/index.ts';
import { aptitudesProximas, type AptitudParaUnDia } from './aptitud.ts';
import { estadoDeFirma, type EstadoDeFirma } from './estado.ts';

const MARCA = { icono: 'firma' } as const;
const PROBAR = { href: '/mi-firma/prueba', texto: 'Probar', oculto: 'mi firma ahora' };
const OBTENER = { href: '/mi-firma', texto: 'Obtener', oculto: 'mi firma electrónica' };
const RENOVAR = { href: '/mi-firma/emitir', texto: 'Renovar', oculto: 'mi firma electrónica' };

/** Whether the person could sign. It is of whoever acts: for another there is nothing to tell. */
export const firmaDeHoy: FuenteDeHoy = {
  nombre: 'firma',
  async leer(trx, { version }): Promise<LoSuyo> {
    if (trx.actor.tipo !== 'persona' || trx.actor.persona !== version.titular) return {};
    const estado = await estadoDeFirma(trx, version.titular);
    return {
      comoEsta: [{ rotulo: 'Firma electrónica', valor: enPalabras(estado), href: '/mi-firma' }],
      pendientes: await pendientes(trx, estado, version.titular, version.registro),
    };
  },
};

async function pendientes(
  trx: Transaccion,
  estado: EstadoDeFirma,
  persona: string,
  registro: Parameters<typeof aptitudesProximas>[2],
): Promise<readonly Pendiente[]> {
  if (estado.tipo === 'vigente' && estado.porVencer)
    return [
      {
        titulo: `Su firma vence el ${diaDe(estado.certificado.hasta)}`,
        detalle: 'Renuévela antes, para no quedarse sin firmar.',
        urgencia: 'pronto',
        marca: MARCA,
        accion: RENOVAR,
      },
    ];
  if (estado.tipo === 'vencida')
    return [
      {
        titulo: 'Su firma electrónica venció',
        detalle: `Desde el ${diaDe(estado.certificado.hasta)} no puede firmar. Renovarla toma unos minutos.`,
        urgencia: 'pronto',
        marca: MARCA,
        accion: RENOVAR,
      },
    ];
  const [cercano] = await aptitudesProximas(trx, persona, registro);
  return cercano ? [cercano.aptitud.lista ? lista(cercano) : sinArreglar(cercano)] : [];
}

/** Something falls due soon, and today they could sign it. */
const lista = ({ vence }: AptitudParaUnDia): Pendiente => ({
  titulo: `Su firma está lista para el ${formatearFecha(vence)}`,
  detalle: 'Hoy podría firmarlo. Probarla toma un minuto y no presenta nada.',
  urgencia: 'normal',
  marca: MARCA,
  accion: PROBAR,
});

/** The same, and today they could not sign it. */
function sinArreglar({ vence, vencimientos, aptitud }: AptitudParaUnDia): Pendiente {
  const sinFirma = aptitud.faltas.some((f) => f.codigo === 'sin-firma');
  const dudoso = vencimientos.every((v) => v.porConfirmar);
  return {
    titulo: `Prepare su firma para el ${formatearFecha(vence)}`,
    detalle: `${dudoso ? 'Si le toca declarar ese día, hoy' : 'Hoy'} no podría firmar. ${aptitud.faltas
      .map((f) => f.mensaje)
      .join(' ')}`,
    urgencia: 'pronto',
    marca: MARCA,
    accion: sinFirma ? OBTENER : PROBAR,
  };
}

const diaDe = (instante: Date): string => formatearFecha(fechaEnBogota(instante) satisfies Fecha);

function enPalabras(estado: EstadoDeFirma): string {
  switch (estado.tipo) {
    case 'sin-firma':
      return 'Todavía no la tiene';
    case 'vigente':
      return `Vigente hasta el ${diaDe(estado.certificado.hasta)}`;
    case 'vencida':
      return `Venció el ${diaDe(estado.certificado.hasta)}`;
    case 'terminada':
      return `Terminó el ${diaDe(estado.en)}`;
  }
}
