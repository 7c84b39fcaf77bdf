import { iniciarComponentes } from './componentes.ts';
import { ElementoCompartir } from './compartir.ts';
import { ElementoCopiable } from './copiable.ts';
import { vigilarCondicionales } from './condicionales.ts';
import { vigilarEnvios } from './envio.ts';
import { ElementoRegion } from './region.ts';
import { vigilarSesion } from './sesion.ts';
import { olvidarElEnvio } from './volver.ts';
import { ElementoSelector } from './selector/elemento.tsx';

olvidarElEnvio();
iniciarComponentes();
vigilarCondicionales();
vigilarEnvios();
vigilarSesion();
customElements.define('ag-compartir', ElementoCompartir);
customElements.define('ag-copiable', ElementoCopiable);
// Only the page of an address brings the table of conventions.
if (document.querySelector('ag-direccion'))
  void import('./direccion.ts').then(({ ElementoDireccion }) =>
    customElements.define('ag-direccion', ElementoDireccion),
  );
customElements.define('ag-selector', ElementoSelector);
customElements.define('ag-region', ElementoRegion);
