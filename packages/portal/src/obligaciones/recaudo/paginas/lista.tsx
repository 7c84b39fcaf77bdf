import {
  Boton,
  FechaTexto,
  Formulario,
  InstanteTexto,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { archivo, Preguntar } from '../../../interfaz/preguntas/index.ts';
import { contextoDePagina } from '../../../plataforma/index.ts';
import { SOBRE_EL_RECAUDO } from '../../politicas.ts';
import { TOPES } from '../asobancaria/index.ts';
import type { ArchivoCargado, TotalDelDia, ultimosRechazados } from '../consultas.ts';
import { cuantos, EstadoDeArchivo, nombreDeBanco } from './estado.tsx';

export const ARCHIVO_DEL_BANCO = archivo({
  etiqueta: 'Archivo de recaudo del banco',
  ayuda:
    'En el formato Asobancaria 2001, como lo entrega el banco: texto plano con renglones de 162 posiciones.',
  falta: 'Elija el archivo que le entregó el banco.',
  excede: `El archivo pesa más de ${TOPES.bytes / 1024 / 1024} MB. Pídalo al banco en partes.`,
});

/** Each is shown to whom its route lets through. */
const OTRAS: readonly { href: string; texto: string; roles: readonly string[] }[] = [
  {
    href: '/mesa/recaudo/por-identificar',
    texto: 'Dinero por identificar',
    roles: SOBRE_EL_RECAUDO.identificar,
  },
  {
    href: '/mesa/obligaciones/novedades',
    texto: 'Pagos que no coincidieron',
    roles: SOBRE_EL_RECAUDO.identificar,
  },
  { href: '/mesa/recaudo/cuadre', texto: 'Revisión de cada noche', roles: SOBRE_EL_RECAUDO.recaudar },
  { href: '/mesa/recaudo/tasas', texto: 'Tasas de usura certificadas', roles: SOBRE_EL_RECAUDO.recaudar },
];

const suyas = () => {
  const tiene = contextoDePagina().persona?.roles ?? [];
  return OTRAS.filter(({ roles }) => roles.some((r) => tiene.includes(r)));
};

/** Where a file is brought, and what became of those that were. */
export const paginaRecaudo = (o: {
  archivos: readonly ArchivoCargado[];
  rechazados: Awaited<ReturnType<typeof ultimosRechazados>>;
  totales: readonly TotalDelDia[];
  errores?: Record<string, string>;
}) =>
  renderizarPagina(
    <Pagina
      titulo="Recaudo de los bancos"
      ancho="ancha"
      islas={['subida']}
      migas={[{ texto: 'Inicio', href: '/' }]}
      errores={o.errores}
    >
      <p class="govuk-body">
        Cargue el archivo de cada día. Antes de registrar nada, verá qué trae y qué se hará con cada pago.
      </p>
      <ul class="govuk-list">
        {suyas().map(({ href, texto }) => (
          <li>
            <a href={href}>{texto}</a>
          </li>
        ))}
      </ul>
      <Formulario accion="/mesa/recaudo" conArchivos>
        <Preguntar pregunta={ARCHIVO_DEL_BANCO} errores={o.errores ?? {}} />
        <Boton>Cargar y revisar</Boton>
      </Formulario>
      <Tabla
        titulo="Archivos cargados, del más reciente al más antiguo"
        vacia="Todavía no se ha cargado ningún archivo."
        columnas={[
          { titulo: 'Archivo' },
          { titulo: 'Banco' },
          { titulo: 'Día del recaudo' },
          { titulo: 'Pagos', numerica: true },
          { titulo: 'Total', numerica: true },
          { titulo: 'Estado' },
        ]}
        filas={o.archivos.map((a) => [
          <a href={`/mesa/recaudo/archivos/${a.id}`}>{a.nombre}</a>,
          nombreDeBanco(a.banco),
          <FechaTexto fecha={a.dia} />,
          cuantos(a.lineas),
          <Monto pesos={a.total} />,
          <EstadoDeArchivo estado={a.estado} />,
        ])}
      />
      {o.totales.length > 0 ? (
        <Tabla
          titulo="Lo confirmado, por día y banco"
          columnas={[
            { titulo: 'Día del recaudo' },
            { titulo: 'Banco' },
            { titulo: 'Archivos', numerica: true },
            { titulo: 'Pagos', numerica: true },
            { titulo: 'Total', numerica: true },
          ]}
          filas={o.totales.map((t) => [
            <FechaTexto fecha={t.dia} />,
            nombreDeBanco(t.banco),
            cuantos(t.archivos),
            cuantos(t.lineas),
            <Monto pesos={t.total} />,
          ])}
        />
      ) : null}
      {o.rechazados.length > 0 ? (
        <Tabla
          titulo="Archivos que no se aceptaron"
          columnas={[{ titulo: 'Archivo' }, { titulo: 'Cuándo' }, { titulo: 'Faltas', numerica: true }]}
          filas={o.rechazados.map((r) => [
            <a href={`/mesa/recaudo/rechazados/${r.id}`}>{r.nombre}</a>,
            <InstanteTexto instante={r.rechazadoEn} />,
            cuantos(r.faltas),
          ])}
        />
      ) : null}
    </Pagina>,
  );
