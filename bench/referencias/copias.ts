/**
 * Reference of `copias.bench.ts`: draws and seals the same copy in a loop. No database, no queue, no storage; the
 * boxes and the signed statement of the QR are made once, outside the loop.
 */
import { readFileSync } from 'node:fs';
import {
  codigoBarrasFormulario,
  crearAutoridad,
  firmarDeclaracion,
  GLN_DEMOSTRACION,
  renderizarFormulario001,
  sellarPdf,
  urlDeQr,
} from '@autogestion/documentos';
import type { Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { bloquesDeHojas, casillasHoja1, leyendaRut, type RegistroRut } from '@autogestion/normas/rut';
import { escuchar, fastify } from './fastify.ts';

/** The version of a RUT that the office copies, as its tables keep it. */
export interface VersionCopiada {
  registro: RegistroRut;
  formulario: string;
  radicado: string;
  hash: string;
  nombre: string;
  idPublico: string;
  fecha: string;
  urlPublica: string;
}

const v = JSON.parse(readFileSync(process.env.VERSION ?? '', 'utf8')) as VersionCopiada;
const { nit, dv } = v.registro;
const material = await crearAutoridad({ nombre: 'Referencia', ahora: new Date() });
const declaracion = await firmarDeclaracion(
  { id: v.idPublico, nit, dv, nombre: v.nombre, estado: 'activo', fecha: v.fecha },
  material,
);
const pedido = {
  casillas: casillasHoja1(v.registro, {
    concepto: '01',
    numeroFormulario: v.formulario,
    fecha: v.fecha as Fecha,
    firmante: { nombre: v.nombre },
  }),
  hojas: bloquesDeHojas(v.registro),
  leyenda: leyendaRut('activo', 'copia-electronica'),
  estado: 'Registro activo',
  version: 1,
  numeroFormulario: v.formulario,
  codigoBarras: codigoBarrasFormulario(GLN_DEMOSTRACION, v.formulario),
  codigo: v.idPublico,
  qr: urlDeQr(v.urlPublica, v.idPublico, declaracion),
  datos: {
    documento: v.idPublico,
    nit: formatearNit(nit, dv),
    estado: 'activo',
    version: 1,
    radicado: v.radicado,
    hash: v.hash,
    registro: v.registro,
  },
  demostracion: true,
};

async function copia(): Promise<number> {
  const instante = new Date();
  const pdf = await renderizarFormulario001({ ...pedido, generadoEn: instante });
  const razon = `Copia del RUT ${v.idPublico}`;
  return (await sellarPdf(pdf, { material, instante, razon, lugar: 'Colombia' })).length;
}

const app = fastify();
app.post<{ Params: { cuantas: string } }>('/copias/:cuantas', async (req) => {
  const tiempos: number[] = [];
  let bytes = 0;
  const inicio = performance.now();
  for (let i = 0; i < Number(req.params.cuantas); i++) {
    const antes = performance.now();
    bytes = await copia();
    tiempos.push(performance.now() - antes);
  }
  return { tiempos, ms: performance.now() - inicio, bytes };
});
await escuchar(app);
