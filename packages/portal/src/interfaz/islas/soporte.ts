// The two lines that govuk-frontend wants at the top of body, as a file because the Content-Security-Policy
// allows no inline script. Classic script: it must run before the body is painted.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
