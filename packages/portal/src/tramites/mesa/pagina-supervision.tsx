import { formatearFecha } from '@autogestion/normas/fechas';
import { MIGA_MESA, esRol, ROLES } from '../../cuentas/index.ts';
import { Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import type { TipoDeCaso } from '../tipos.ts';
import type { Carga } from './cola.ts';
import { Grafica, type Barra } from './grafica.tsx';

/** Who has how much, and what of it is overdue: a chart, and the table it is drawn from. */
export function paginaSupervision(cargas: readonly Carga[], tipos: readonly TipoDeCaso[]): string {
  const nombreDeTipo = (tipo: string) => tipos.find((t) => t.tipo === tipo)?.nombre ?? tipo;
  const porQuien = agrupar(cargas, (c) => c.funcionario ?? 'Nadie los tiene');
  const total = porQuien.reduce((n, b) => n + b.abiertos, 0);
  const vencidos = porQuien.reduce((n, b) => n + b.vencidos, 0);
  return renderizarPagina(
    <Pagina titulo="Supervisión" ancho="ancha" migas={[MIGA_MESA]}>
      <p class="govuk-body">
        Hay <strong>{total}</strong> trámites que esperan a la oficina; <strong>{vencidos}</strong> están
        vencidos.
      </p>
      {porQuien.length > 0 ? <Grafica titulo="Trámites por funcionario" barras={porQuien} /> : null}
      <TablaDeCargas titulo="Por funcionario" barras={porQuien} primera="Quién los tiene" />
      <TablaDeCargas
        titulo="Por trámite"
        barras={agrupar(cargas, (c) => nombreDeTipo(c.tipo))}
        primera="Trámite"
      />
      <TablaDeCargas
        titulo="Por cola"
        barras={agrupar(cargas, (c) => (esRol(c.rol) ? ROLES[c.rol] : c.rol))}
        primera="Cola"
      />
    </Pagina>,
  );
}

const TablaDeCargas = ({
  titulo,
  barras,
  primera,
}: {
  titulo: string;
  barras: readonly Barra[];
  primera: string;
}) => (
  <Tabla
    titulo={titulo}
    conCabezas
    vacia="No hay trámites abiertos."
    columnas={[
      { titulo: primera },
      { titulo: 'Abiertos', numerica: true },
      { titulo: 'Vencidos', numerica: true },
      { titulo: 'Vencen pronto', numerica: true },
      { titulo: 'El plazo más antiguo' },
    ]}
    filas={barras.map((b) => [
      b.nombre,
      String(b.abiertos),
      String(b.vencidos),
      String(b.pronto),
      formatearFecha(b.masAntiguo),
    ])}
  />
);

function agrupar(cargas: readonly Carga[], clave: (c: Carga) => string): Barra[] {
  const grupos = new Map<string, Barra>();
  for (const c of cargas) {
    const nombre = clave(c);
    const g = grupos.get(nombre);
    grupos.set(nombre, {
      nombre,
      abiertos: (g?.abiertos ?? 0) + c.abiertos,
      vencidos: (g?.vencidos ?? 0) + c.vencidos,
      pronto: (g?.pronto ?? 0) + c.pronto,
      masAntiguo: g && g.masAntiguo < c.masAntiguo ? g.masAntiguo : c.masAntiguo,
    });
  }
  return [...grupos.values()].sort((a, b) => b.vencidos - a.vencidos || b.abiertos - a.abiertos);
}
